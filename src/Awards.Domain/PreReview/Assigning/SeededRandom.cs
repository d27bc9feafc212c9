namespace Awards.Domain.PreReview.Assigning;

/// <summary>Numbers that a seed settles for ever, on every machine: SplitMix64 (Steele, Lea, Flood 2014).</summary>
internal sealed class SeededRandom(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>0 to below <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)((Bits() >> 32) * (ulong)limit >> 32);

    /// <summary>0 to below 1.</summary>
    public double NextDouble() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The numbers below <paramref name="count"/> in a random order.</summary>
    public int[] Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var at = count - 1; at > 0; at--)
        {
            var other = Next(at + 1);
            (order[at], order[other]) = (order[other], order[at]);
        }
        return order;
    }

    private ulong Bits()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
