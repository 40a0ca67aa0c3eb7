namespace Qingshan.Record.Entries;

/// <summary>
/// What happened, as a record in the past tense: <c>TransferSent</c>. Public and stable; its JSON is stored for ever.
/// Allowed members: <c>string</c>, <c>bool</c>, <c>int</c>/<c>long</c> below 2^53, enums (as text), <see cref="NodaTime.Instant"/>,
/// <see cref="NodaTime.LocalDate"/>, <see cref="Quantity"/>, <see cref="StreamId"/>, <c>SealedText</c>, nested records and lists of these.
/// No fractions: a figure with decimals is a <see cref="Quantity"/>.
/// </summary>
public abstract record EntryBody;

/// <summary>The stored name and schema version of an entry type: <c>[EntryType("transfer.sent")]</c>.</summary>
/// <param name="name">Stable dotted name; never reused for another meaning.</param>
/// <param name="schema">Raised when the shape changes; an upcaster then leads from the older shape to this one.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EntryTypeAttribute(string name, int schema = 1) : Attribute
{
    public string Name { get; } = name;

    public int Schema { get; } = schema;
}
