using Awards.Domain.Applications;

namespace Awards.Web.Stages.Applications;

/// <summary>What a form page showed: a fingerprint of each field. It travels with the form, so that fields are merged one by one (<see cref="FieldMerge"/>).</summary>
public sealed record SeenState(IReadOnlyDictionary<string, string> Fields)
{
    private const char Between = ',', Is = ':';

    /// <summary>The state of some fields.</summary>
    public static SeenState Of(IEnumerable<Piece> part) => new(part.ToDictionary(piece => piece.Key, piece => FieldMerge.Fingerprint(piece.Value)));

    /// <summary>What a form posts. What cannot be read was not seen: such a field is accepted only where nothing is stored.</summary>
    public static SeenState Parse(string? posted) => new((posted ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(Is)).Where(parts => parts.Length == 2).DistinctBy(parts => parts[0]).ToDictionary(parts => parts[0], parts => parts[1]));

    /// <summary>The same, with other fields as they are now.</summary>
    public SeenState With(SeenState now, Func<string, bool> which) =>
        new(now.Fields.Where(field => which(field.Key)).Concat(Fields.Where(field => !which(field.Key) && now.Fields.ContainsKey(field.Key))).ToDictionary());

    public override string ToString() => string.Join(Between, Fields.Where(field => field.Value.Length > 0).Select(field => $"{field.Key}{Is}{field.Value}"));
}
