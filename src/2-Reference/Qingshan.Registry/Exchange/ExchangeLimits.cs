namespace Qingshan.Registry.Exchange;

/// <summary>How much one import takes. Beyond, the answer says which limit.</summary>
public static class ExchangeLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>Rows or features of a file: one decision of the record holds them all.</summary>
    public const int Rows = 5000;

    /// <summary>Columns of a sheet, properties of a feature.</summary>
    public const int Columns = 100;

    /// <summary>Corners of one zone, all rings together, so that its entry stays below the record's limit.</summary>
    public const int Corners = 20_000;

    /// <summary>Characters of a name or code, and of a longer text.</summary>
    public const int Text = 200;
    public const int LongText = 2000;

    /// <summary>Values in one list.</summary>
    public const int Items = 50;
}
