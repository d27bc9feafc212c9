namespace Awards.Domain.Shared;

/// <summary>What became of a piece of text.</summary>
public enum TextChange { Same, Removed, Added }

/// <summary>A piece of text between two versions.</summary>
public readonly record struct TextPiece(TextChange Change, string Text);

/// <summary>Compares two versions of a text word by word.</summary>
public static class TextComparison
{
    /// <summary>Words that are compared one by one; what is longer counts as replaced as a whole between its equal beginning and end.</summary>
    private const int MaxWords = 4000;

    /// <summary>The pieces in order; blanks and line ends belong to the word before. Removed words stand before those added in their place.</summary>
    public static IReadOnlyList<TextPiece> Of(string before, string after)
    {
        var (one, two) = (Words(before), Words(after));
        var head = 0;
        while (head < Math.Min(one.Count, two.Count) && one[head] == two[head]) head++;
        var tail = 0;
        while (tail < Math.Min(one.Count, two.Count) - head && one[^(tail + 1)] == two[^(tail + 1)]) tail++;
        List<(TextChange Change, string Word)> steps =
        [
            .. two.Take(head).Select(word => (TextChange.Same, word)),
            .. Middle(one[head..^tail], two[head..^tail]),
            .. two.Skip(two.Count - tail).Select(word => (TextChange.Same, word)),
        ];
        return Joined(steps);
    }

    private static IEnumerable<(TextChange, string)> Middle(List<string> one, List<string> two)
    {
        if (one.Count > MaxWords || two.Count > MaxWords)
            return one.Select(word => (TextChange.Removed, word)).Concat(two.Select(word => (TextChange.Added, word)));
        // Longest common subsequence, from the end: length[i, j] is that of one[i..] and two[j..].
        var length = new ushort[one.Count + 1, two.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
            for (var j = two.Count - 1; j >= 0; j--)
                length[i, j] = one[i] == two[j] ? (ushort)(length[i + 1, j + 1] + 1) : Math.Max(length[i + 1, j], length[i, j + 1]);
        var steps = new List<(TextChange, string)>();
        for (int i = 0, j = 0; i < one.Count || j < two.Count;)
        {
            if (i < one.Count && j < two.Count && one[i] == two[j]) (_, i, j) = (Add(TextChange.Same, two[j]), i + 1, j + 1);
            else if (j == two.Count || (i < one.Count && length[i + 1, j] >= length[i, j + 1])) (_, i) = (Add(TextChange.Removed, one[i]), i + 1);
            else (_, j) = (Add(TextChange.Added, two[j]), j + 1);
        }
        return steps;

        bool Add(TextChange change, string word)
        {
            steps.Add((change, word));
            return true;
        }
    }

    private static List<TextPiece> Joined(List<(TextChange Change, string Word)> steps)
    {
        var pieces = new List<TextPiece>();
        for (var at = 0; at < steps.Count;)
        {
            var from = at;
            while (at < steps.Count && steps[at].Change == steps[from].Change) at++;
            pieces.Add(new(steps[from].Change, string.Concat(steps[from..at].Select(step => step.Word))));
        }
        return pieces;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (int from = 0, at = 0; at < text.Length; from = at)
        {
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            words.Add(text[from..at]);
        }
        return words;
    }
}
