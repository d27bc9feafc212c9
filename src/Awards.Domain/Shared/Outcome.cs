using System.Diagnostics.CodeAnalysis;

namespace Awards.Domain.Shared;

/// <summary>Either the new fact or the <see cref="Refusal"/> that explains why there is none.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _fact;

    private Outcome(T? fact, Refusal? refusal) => (_fact, Refusal) = (fact, refusal);

    /// <summary>The reason; null when the fact exists.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The fact; throws for a refusal, so that nothing refused is used by mistake.</summary>
    public T Fact => Refusal is null ? _fact! : throw new InvalidOperationException(Refusal.ToString());

    /// <summary>True, and the refusal, when nothing was done.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refusal) => (refusal = Refusal) is not null;

    public static implicit operator Outcome<T>(T fact) => new(fact, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
