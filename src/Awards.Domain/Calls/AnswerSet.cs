using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Awards.Domain.Calls;

/// <summary>Answers by question code, immutable. An empty answer is "keine Antwort" and is not stored.</summary>
public sealed class AnswerSet : IEquatable<AnswerSet>
{
    /// <summary>Separates the codes of a multiple answer.</summary>
    public const char Separator = ';';

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ImmutableSortedDictionary<string, string> _values;

    private AnswerSet(ImmutableSortedDictionary<string, string> values) => _values = values;

    /// <summary>No answers at all.</summary>
    public static AnswerSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The canonical answer to a question; "" is no answer.</summary>
    public string this[string question] => _values.GetValueOrDefault(question, "");

    /// <summary>The canonical answer to a question, or to a row of a matrix ("question.row"); "" is no answer.</summary>
    public string Part(string key) => key.IndexOf('.') is var at and > 0 ? MatrixQuestion.Read(this[key[..at]]).GetValueOrDefault(key[(at + 1)..], "") : this[key];

    /// <summary>Codes of the questions that have an answer, in ordinal order.</summary>
    public IEnumerable<string> Questions => _values.Keys;

    /// <summary>The same set with one answer replaced; "" takes it away.</summary>
    public AnswerSet With(string question, string value) => value.Length == 0
        ? (_values.ContainsKey(question) ? new(_values.Remove(question)) : this)
        : (this[question] == value ? this : new(_values.SetItem(question, value)));

    /// <summary>Reads the stored JSON object.</summary>
    public static AnswerSet FromJson(string json) =>
        new(Empty._values.AddRange(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []));

    /// <summary>A JSON object with the questions in ordinal order: the same answers give the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(_values, Options);

    public bool Equals(AnswerSet? other) =>
        other is not null && (ReferenceEquals(_values, other._values) || (_values.Count == other._values.Count && _values.SequenceEqual(other._values)));

    public override bool Equals(object? obj) => Equals(obj as AnswerSet);

    public override int GetHashCode() =>
        _values.Aggregate(_values.Count, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}
