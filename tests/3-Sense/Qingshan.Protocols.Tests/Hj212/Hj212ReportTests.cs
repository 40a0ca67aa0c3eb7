using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212ReportTests
{
    [Fact]
    public void A_real_time_upload_gives_exact_values_with_their_marks()
    {
        var report = Hj212Report.From(Samples.Segment(Samples.RealTimeSegment))!;
        Assert.Equal((2011, "32", Samples.Mn, "20260301101500123"), (report.Command, report.St, report.Mn, report.Qn));
        Assert.Equal(new Hj212LocalTime(20260301101500, 0), report.DataTime);
        Assert.Equal(
            [
                new Hj212Measurement("w20117", Hj212Statistic.RealTime, "2610.5", new(26105, 1), "N", null),
                new Hj212Measurement("w01001", Hj212Statistic.RealTime, "7.12", new(712, 2), "N", null),
                new Hj212Measurement("w00000", Hj212Statistic.RealTime, "12.40", new(1240, 2), "N", null),
            ],
            report.Measurements);
        Assert.Equal(2610.5m, report.Measurements[0].Value!.Value.Value);
    }

    [Fact]
    public void An_hourly_upload_gives_all_its_statistics()
    {
        var report = Hj212Report.From(Samples.Segment(Samples.HourlySegment))!;
        Assert.Equal(
            [(Hj212Statistic.Total, "0.118"), (Hj212Statistic.Minimum, "2600"), (Hj212Statistic.Average, "2805.25"), (Hj212Statistic.Maximum, "3100")],
            report.Measurements.Select(value => (value.Statistic, value.ValueText)));
        Assert.All(report.Measurements, value => Assert.Equal("N", value.Mark));
    }

    [Theory]
    [InlineData("2051", "20260301101000")]
    [InlineData("2031", "20260228000000")]
    public void Minutes_and_days_give_all_statistics_with_their_units(string command, string time)
    {
        var report = Hj212Report.From(Samples.Segment(
            $"QN=20260301101500123;ST=32;CN={command};PW=654321;MN={Samples.Mn};Flag=5;CP=&&DataTime={time};" +
            "w20117-Cou=0.118,w20117-Min=2600,w20117-Avg=2805.25,w20117-Max=3100,w20117-Flag=N;w01001-Min=6.9,w01001-Avg=7.1,w01001-Max=7.4,w01001-Flag=N&&"))!;
        Assert.Equal((command, time), (report.Command.ToString(System.Globalization.CultureInfo.InvariantCulture), report.DataTime.ToString()));
        Assert.Equal(
            [
                ("w20117", Hj212Statistic.Total, 0.118m, "g"), ("w20117", Hj212Statistic.Minimum, 2600m, "μg/L"),
                ("w20117", Hj212Statistic.Average, 2805.25m, "μg/L"), ("w20117", Hj212Statistic.Maximum, 3100m, "μg/L"),
                ("w01001", Hj212Statistic.Minimum, 6.9m, "1"), ("w01001", Hj212Statistic.Average, 7.1m, "1"), ("w01001", Hj212Statistic.Maximum, 7.4m, "1"),
            ],
            report.Measurements.Select(value => (value.Factor, value.Statistic, value.Value!.Value.Value, value.Unit)));
    }

    [Fact]
    public void Every_time_of_a_data_area_gives_a_report_of_its_own()
    {
        var reports = Hj212Report.All(Samples.Segment(
            "CN=2051;CP=&&a-Avg=0;DataTime=20260301101000;a-Avg=1;DataTime=20260301101000;b-Avg=2;DataTime=20260301102000;a-Avg=3,a-Flag=N&&"));
        Assert.Equal([20260301101000, 20260301102000], reports.Select(report => report.DataTime!.Value.Number));
        Assert.Equal([["0", "1", "2"], ["3"]], reports.Select(report => report.Measurements.Select(value => value.ValueText)));
        Assert.Equal("N", reports[1].Measurements[0].Mark);
    }

    [Theory]
    [InlineData("CN=2051;CP=&&&&")]
    [InlineData("CN=2061;CP=&&BeginTime=20260301080000;EndTime=20260301090000&&")]
    [InlineData("CN=9014;CP=&&w01018-Rtd=1&&")]
    [InlineData("CN=2011;CP=&&{0x3d,0x1f}&&")]
    public void Without_measurements_there_is_no_report(string text) => Assert.Empty(Hj212Report.All(Samples.Segment(text)));

    [Fact]
    public void The_mark_belongs_to_its_own_factor_and_group()
    {
        var report = Hj212Report.From(Samples.Segment(
            "CN=2011;CP=&&DataTime=20260301101500;a-Rtd=1;a-Flag=M;w01018-Rtd=2,w0101-Flag=F,w01018-Flag=D;b-ZsRtd=3,b-SampleTime=20260301090000&&"))!;
        Assert.Equal(["", "D", ""], report.Measurements.Select(value => value.Mark));
        Assert.Equal(Hj212Statistic.ConvertedRealTime, report.Measurements[2].Statistic);
        Assert.Equal(new Hj212LocalTime(20260301090000, 0), report.Measurements[2].SampleTime);
    }

    [Theory]
    [InlineData("CN=2011;CP=&&&&")]
    [InlineData("CN=2061;CP=&&BeginTime=20260301080000;EndTime=20260301090000&&")]
    [InlineData("CN=9014;CP=&&w01018-Rtd=1&&")]
    public void What_carries_no_measurements_is_no_report(string text) => Assert.Null(Hj212Report.From(Samples.Segment(text)));

    [Fact]
    public void Repeats_and_values_that_are_no_numbers_are_kept()
    {
        var report = Hj212Report.From(Samples.Segment("CN=2011;CP=&&DataTime=20260301;x-Rtd=1;x-Rtd=1e5;x-Rtd=&&"))!;
        Assert.Null(report.DataTime);
        Assert.Equal(["1", "1e5", ""], report.Measurements.Select(value => value.ValueText));
        Assert.Equal([new Hj212Number(1, 0), null, null], report.Measurements.Select(value => value.Value));
    }

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("-0.50", -50, 2)]
    [InlineData("+3", 3, 0)]
    [InlineData(".5", 5, 1)]
    [InlineData("5.", 5, 0)]
    [InlineData("000123.4500", 1234500, 4)]
    [InlineData("999999999999999999", 999999999999999999, 0)]
    [InlineData("-0.999999999999999999", -999999999999999999, 18)]
    public void Numbers_are_exact(string text, long unscaled, int scale)
    {
        // The leading zero of the last one counts as a digit.
        var read = Hj212Number.TryRead(Samples.Bytes(text), out var number);
        Assert.Equal(text.Count(char.IsAsciiDigit) <= 18, read);
        if (!read)
            return;
        Assert.Equal(new Hj212Number(unscaled, scale), number);
        Assert.Equal(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture), number.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1 ")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("--1")]
    [InlineData("1000000000000000000")]
    [InlineData("１")]
    public void Other_texts_are_no_numbers(string text) => Assert.False(Hj212Number.TryRead(Samples.Bytes(text), out _));

    [Theory]
    [InlineData("20240229235959", true)]
    [InlineData("20260229000000", false)]
    [InlineData("20260301240000", false)]
    [InlineData("20260301006000", false)]
    [InlineData("20260301000060", false)]
    [InlineData("00000101000000", false)]
    [InlineData("20260001000000", false)]
    [InlineData("20260100000000", false)]
    [InlineData("2026030110150", false)]
    [InlineData("20260301101500999", true)]
    [InlineData("2026030110150x", false)]
    public void Only_real_times_are_times(string text, bool real) => Assert.Equal(real, Hj212LocalTime.TryRead(Samples.Bytes(text), out _));

    [Fact]
    public void A_time_shows_its_parts()
    {
        Assert.True(Hj212LocalTime.TryRead("20260301101542123"u8, out var time));
        Assert.Equal((2026, 3, 1, 10, 15, 42, 123), (time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, time.Millisecond));
        Assert.Equal("20260301101542", time.ToString());
    }
}
