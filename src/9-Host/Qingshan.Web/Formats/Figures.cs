using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Entries;

namespace Qingshan.Web.Formats;

/// <summary>How figures look: numbers with their unit, money in yuan, sizes, times in the site's zone.</summary>
public static class Figures
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");
    private static readonly LocalDateTimePattern SecondOfTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss");
    private static readonly OffsetDateTimePattern Machine = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    /// <summary><c>1,234.5</c>: digits in groups, decimals as they are.</summary>
    public static string Number(decimal value) => value.ToString("#,0.############################", CultureInfo.InvariantCulture);

    /// <summary>A measured figure exactly as measured, with a narrow space before its unit.</summary>
    public static string Of(Quantity quantity) => string.Create(CultureInfo.InvariantCulture, $"{quantity.Value}\u202f{quantity.Unit}");

    /// <summary>Money in yuan with two decimals: <c>¥12,300.00</c>.</summary>
    public static string Yuan(decimal value) => value.ToString("¥#,0.00;-¥#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A size in bytes: <c>3.4 MB</c>, in steps of 1024.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:0.##} GB"),
    };

    /// <summary><c>2026-02-17 08:00</c> in the site's zone; seconds on demand.</summary>
    public static string Time(Instant instant, bool seconds = false) => (seconds ? SecondOfTime : Minute).Format(SiteTime.ToLocal(instant));

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>For <c>datetime</c> attributes: <c>2026-02-17T08:00:00+08:00</c>.</summary>
    public static string MachineTime(Instant instant) => Machine.Format(instant.InZone(SiteTime.Zone).ToOffsetDateTime());
}
