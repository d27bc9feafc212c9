namespace Awards.Benchmarks;

internal static class KillTest
{
    public static Task<int> RunAsync(int times) => throw new NotSupportedException($"{times}");
}
