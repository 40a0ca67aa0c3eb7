using System.Diagnostics.CodeAnalysis;

namespace Qingshan.Record.Reasons;

/// <summary>A value or the refusal that stands in its place. The one result type of the code base; exceptions are bugs.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>Why there is no value; null when there is one.</summary>
    public Refusal? Refusal { get; }

    public bool TryGet([MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out Refusal? refusal)
    {
        (result, refusal) = (value, Refusal);
        return refusal is null;
    }

    /// <summary>The value; throws when refused, so it is for tests and for places where a refusal is a bug.</summary>
    public T Require() => Refusal is null ? value! : throw new InvalidOperationException(Refusal.ToString());

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Refusal is null ? next(value!) : Refusal;

#pragma warning disable CA2225 // The implicit conversions are the API: "return value;" or "return refusal;".
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
#pragma warning restore CA2225
}
