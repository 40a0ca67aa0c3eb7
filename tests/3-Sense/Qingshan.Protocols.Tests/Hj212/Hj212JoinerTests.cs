using System.Globalization;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212JoinerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 15, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("3 2 1")]
    [InlineData("2 3 1")]
    public void Packets_in_any_order_become_one_message(string order)
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits());
        Hj212JoinResult result = default;
        var kinds = new List<Hj212JoinKind>();
        foreach (var number in order.Split(' ').Select(int.Parse))
        {
            result = joiner.Add(Samples.Segment(Part(number, 3)), Start);
            kinds.Add(result.Kind);
        }

        Assert.Equal([Hj212JoinKind.Waiting, Hj212JoinKind.Waiting, Hj212JoinKind.Whole], kinds);
        Assert.Equal(
            "QN=20260301101500001;ST=32;CN=2051;PW=1;MN=QSDEMO00000000000000A001;Flag=5;CP=&&DataTime=20260301101000;f1-Avg=1;f2-Avg=2;f3-Avg=3&&",
            Samples.Text(result.Whole));
        Assert.Equal((0, 0), (joiner.Open, joiner.HeldBytes));
        Assert.Equal(["1", "2", "3"], Hj212Report.From(Hj212Segment.Parse(result.Whole))!.Measurements.Select(value => value.ValueText));
    }

    [Fact]
    public void Packets_with_a_number_of_their_own_each_are_joined_by_their_time()
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits());
        Assert.Equal(Hj212JoinKind.Waiting, joiner.Add(Samples.Segment(Part(2, 2, qn: "20260301101500002")), Start).Kind);
        Assert.Equal(Hj212JoinKind.Waiting, joiner.Add(Samples.Segment(Part(1, 2, qn: "20260301101600001", time: "20260301102000")), Start).Kind);
        var result = joiner.Add(Samples.Segment(Part(1, 2, qn: "20260301101500001")), Start);
        Assert.Equal(Hj212JoinKind.Whole, result.Kind);
        Assert.StartsWith("QN=20260301101500001;", Samples.Text(result.Whole), StringComparison.Ordinal);
        Assert.Equal(1, joiner.Open);
    }

    [Theory]
    [InlineData("QN=20260301101500002;ST=32;CN=2051;PW=1;MN=QSDEMO00000000000000A001;Flag=7;PNUM=2;PNO=2;CP=&&f2-Avg=2&&")]
    [InlineData("QN=20260301101500001;ST=32;CN=2061;PW=1;MN=QSDEMO00000000000000A001;Flag=7;PNUM=2;PNO=2;CP=&&f2-Avg=2&&")]
    [InlineData("QN=20260301101500001;ST=32;CN=2051;PW=1;MN=QSDEMO00000000000000A002;Flag=7;PNUM=2;PNO=2;CP=&&f2-Avg=2&&")]
    [InlineData("QN=20260301101500001;ST=32;CN=2051;PW=1;MN=QSDEMO00000000000000A001;Flag=7;PNUM=3;PNO=2;CP=&&f2-Avg=2&&")]
    public void What_belongs_to_another_message_is_not_mixed_in(string other)
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits());
        joiner.Add(Samples.Segment(Part(1, 2)), Start);
        Assert.Equal(Hj212JoinKind.Waiting, joiner.Add(Samples.Segment(other), Start).Kind);
        Assert.Equal(2, joiner.Open);
    }

    [Fact]
    public void Without_request_numbers_the_time_alone_tells_messages_apart()
    {
        const string head = "ST=32;CN=2051;PW=1;MN=QSDEMO00000014;PNUM=2;";
        var joiner = new Hj212Joiner(new Hj212JoinLimits());
        joiner.Add(Samples.Segment(head + "PNO=1;CP=&&DataTime=20260301101000;011-Avg=1&&"), Start);
        joiner.Add(Samples.Segment(head + "PNO=1;CP=&&DataTime=20260301102000;011-Avg=2&&"), Start);
        var result = joiner.Add(Samples.Segment(head + "PNO=2;CP=&&DataTime=20260301102000;060-Avg=3&&"), Start);
        Assert.Equal("ST=32;CN=2051;PW=1;MN=QSDEMO00000014;CP=&&DataTime=20260301102000;011-Avg=2;060-Avg=3&&", Samples.Text(result.Whole));
        Assert.Equal(1, joiner.Open);
    }

    [Fact]
    public void Different_times_in_one_message_give_a_report_each()
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits());
        joiner.Add(Samples.Segment(Part(1, 2)), Start);
        var whole = joiner.Add(Samples.Segment(Part(2, 2, time: "20260301102000")), Start).Whole;
        Assert.Equal(
            [(20260301101000, "1"), (20260301102000, "2")],
            Hj212Report.All(Hj212Segment.Parse(whole)).Select(report => (report.DataTime!.Value.Number, Assert.Single(report.Measurements).ValueText)));
    }

    [Fact]
    public void A_repeat_changes_nothing_and_the_first_of_two_that_differ_counts()
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits());
        joiner.Add(Samples.Segment(Part(1, 2)), Start);
        Assert.Equal(Hj212JoinKind.Repeated, joiner.Add(Samples.Segment(Part(1, 2)), Start).Kind);
        Assert.Equal(Hj212JoinKind.Contradicted, joiner.Add(Samples.Segment(Part(1, 2).Replace("f1-Avg=1", "f1-Avg=9", StringComparison.Ordinal)), Start).Kind);
        var result = joiner.Add(Samples.Segment(Part(2, 2)), Start);
        Assert.Contains("f1-Avg=1;f2-Avg=2", Samples.Text(result.Whole), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PNUM=2;PNO=3;", Hj212JoinKind.NumbersWrong)]
    [InlineData("PNUM=2;PNO=0;", Hj212JoinKind.NumbersWrong)]
    [InlineData("PNUM=0;PNO=0;", Hj212JoinKind.NumbersWrong)]
    [InlineData("PNUM=2;", Hj212JoinKind.NumbersWrong)]
    [InlineData("PNO=1;", Hj212JoinKind.NumbersWrong)]
    [InlineData("PNUM=x;PNO=1;", Hj212JoinKind.NumbersWrong)]
    [InlineData("PNUM=99999999999;PNO=1;", Hj212JoinKind.NumbersWrong)]
    [InlineData("PNUM=9999;PNO=1;", Hj212JoinKind.TooManyParts)]
    [InlineData("PNUM=1;PNO=1;", Hj212JoinKind.NotSplit)]
    [InlineData("", Hj212JoinKind.NotSplit)]
    public void Numbers_that_make_no_sense_hold_nothing(string numbers, Hj212JoinKind expected)
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits());
        Assert.Equal(expected, joiner.Add(Samples.Segment($"QN=1;CN=2051;MN=M;Flag=7;{numbers}CP=&&a-Avg=1&&"), Start).Kind);
        Assert.Equal((0, 0), (joiner.Open, joiner.HeldBytes));
    }

    [Fact]
    public void A_message_with_a_missing_packet_is_given_up_in_time_and_said()
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits { Patience = TimeSpan.FromSeconds(30) });
        joiner.Add(Samples.Segment(Part(3, 3)), Start);
        joiner.Add(Samples.Segment(Part(1, 3)), Start.AddSeconds(20));
        Assert.Empty(joiner.Expire(Start.AddSeconds(30)));
        var lost = Assert.Single(joiner.Add(Samples.Segment(Part(2, 3)), Start.AddSeconds(31)).Lost);
        Assert.Equal((Samples.Mn, "20260301101500001", 2051, 3, Hj212LossReason.Expired), (lost.Mn, lost.Qn, lost.Command, lost.Count, lost.Reason));
        Assert.Equal([1, 3], lost.Present);
        Assert.Equal(1, joiner.Open);
    }

    [Fact]
    public void A_message_that_grows_too_large_is_given_up()
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits { MessageBytes = 60 });
        Assert.Equal(Hj212JoinKind.Waiting, joiner.Add(Samples.Segment(Part(1, 3)), Start).Kind);
        var result = joiner.Add(Samples.Segment(Part(2, 3)), Start);
        Assert.Equal((Hj212JoinKind.TooLarge, Hj212LossReason.TooLarge), (result.Kind, Assert.Single(result.Lost).Reason));
        Assert.Equal((0, 0), (joiner.Open, joiner.HeldBytes));
        Assert.Equal(Hj212JoinKind.TooLarge, joiner.Add(Samples.Segment($"CN=2051;MN=M;PNUM=2;PNO=1;CP=&&{new string('x', 61)}&&"), Start).Kind);
    }

    [Theory]
    [InlineData(32, 3000, 32)]
    [InlineData(64, 1000, 32)]
    public void A_million_open_messages_hold_what_the_limits_allow(int openMessages, int heldBytes, int mostOpen)
    {
        const int total = 1_000_000;
        var limits = new Hj212JoinLimits { OpenMessages = openMessages, HeldBytes = heldBytes };
        var joiner = new Hj212Joiner(limits);
        long lost = 0;
        for (var i = 0; i < total; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"QN={i:D17};CN=2051;MN=M;PNUM=255;PNO=1;CP=&&DataTime={i:D14};a-Avg={i}&&");
            lost += joiner.Add(Samples.Segment(text), Start).Lost.Count;
            Assert.InRange(joiner.Open, 1, mostOpen);
            Assert.InRange(joiner.HeldBytes, 1, limits.HeldBytes);
        }

        Assert.Equal(total, lost + joiner.Open);
    }

    [Fact]
    public void Whatever_is_split_and_shuffled_comes_back()
    {
        var random = new Random(212);
        for (var round = 0; round < 300; round++)
        {
            var factors = Enumerable.Range(0, random.Next(1, 60)).Select(i => new Hj212FactorValues(
                string.Create(CultureInfo.InvariantCulture, $"w{i:D5}"),
                [new(Hj212Statistic.Minimum, "0.1"), new(Hj212Statistic.Average, Text(random.Next(1000))), new(Hj212Statistic.Total, "12.50")], "N")).ToList();
            var envelope = new Hj212Envelope("20260228235959998", "32", "2031", "1", Samples.Mn, new Hj212Flag((byte)(random.Next(3) * 4)));
            var time = new Hj212LocalTime(20260228000000, 0);
            var frames = Hj212Split.Report(envelope, time, factors, random.Next(150, 1025)).ToArray();
            random.Shuffle(frames);
            var joiner = new Hj212Joiner(new Hj212JoinLimits());
            Hj212JoinResult result = default;
            foreach (var frame in frames.Length == 1 ? frames : [frames[0], .. frames])
                result = joiner.Add(Samples.Read(frame).Segment, Start);
            var read = Hj212Segment.Parse(frames.Length == 1 ? Samples.Read(frames[0]).SegmentBytes : result.Whole);
            var report = Hj212Report.From(read)!;
            Assert.Equal(time, report.DataTime);
            Assert.Equal(
                factors.SelectMany(factor => factor.Values.Select(value => (factor.Factor, value.Key, value.Value, factor.Mark))),
                report.Measurements.Select(value => (value.Factor, value.Statistic, value.ValueText, (string?)value.Mark)));
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Part(int number, int count, string qn = "20260301101500001", string time = "20260301101000") => string.Create(
        CultureInfo.InvariantCulture,
        $"QN={qn};ST=32;CN=2051;PW=1;MN=QSDEMO00000000000000A001;Flag=7;PNUM={count};PNO={number};CP=&&DataTime={time};f{number}-Avg={number}&&");
}
