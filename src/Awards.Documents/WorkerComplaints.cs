namespace Awards.Documents;

/// <summary>The last lines that the worker wrote to its error output, for messages.</summary>
internal sealed class WorkerComplaints
{
    private const int Kept = 5;
    private readonly Queue<string> _lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_lines)
        {
            _lines.Enqueue(line.Trim());
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (_lines)
            return string.Join(" ", _lines);
    }
}
