namespace Qingshan.Law;

/// <summary>Something in the input that was refused: where it stands ("hazardous_waste_t", "limit_mg_l.Cr6", "events[2].at"), the catalogued reason, and its words.</summary>
public sealed record Refusal(string Where, string Reason, Bilingual Words);
