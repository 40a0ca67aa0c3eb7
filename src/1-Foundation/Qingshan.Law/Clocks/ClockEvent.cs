using NodaTime;

namespace Qingshan.Law.Clocks;

/// <summary>Something that happened in a case. An event that names another in <paramref name="Corrects"/> takes that one's place.</summary>
public sealed record ClockEvent(string Event, Instant At, string? Id = null, string? Corrects = null);

/// <summary>The name of an event and its texts.</summary>
public sealed record EventName(string Name, string Zh, string En);
