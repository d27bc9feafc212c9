namespace Awards.Domain.PreReview.Scores;

/// <summary>Why there is no figure.</summary>
public enum Lacking
{
    /// <summary>Fewer than two entries, pairs or reviews.</summary>
    TooFew,

    /// <summary>All values are the same, so that there is nothing to agree or differ on.</summary>
    NoVariation,

    /// <summary>The values of different entries have the same mean: a division by nothing.</summary>
    NoDifferenceBetween,

    /// <summary>Fewer than five reviews.</summary>
    FewerThanFive,
}

/// <summary>A figure with the number of cases behind it, or the reason why there is none. Never "not a number".</summary>
public readonly record struct Measured
{
    private Measured(double? value, Lacking? why, int n) => (Value, Why, N) = (value, why, n);

    /// <summary>Null where there is none.</summary>
    public double? Value { get; }

    /// <summary>Null where there is a value.</summary>
    public Lacking? Why { get; }

    /// <summary>Cases that count.</summary>
    public int N { get; }

    public static Measured Of(double value, int n) => new(double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, null), null, n);

    public static Measured None(Lacking why, int n) => new(null, why, n);
}
