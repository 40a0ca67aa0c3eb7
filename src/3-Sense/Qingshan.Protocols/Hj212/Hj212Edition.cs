namespace Qingshan.Protocols.Hj212;

/// <summary>The edition a frame was written for, and what says so.</summary>
/// <param name="Year">2005, 2017, 2025, or null where the evidence does not carry a decision.</param>
/// <param name="Evidence">What was seen, in English.</param>
public readonly record struct Hj212Edition(int? Year, string Evidence);
