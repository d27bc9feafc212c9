using System.Text.Json;

namespace Awards.Domain.Calls;

/// <summary>One edition of a competition or funding programme.</summary>
public sealed class Call
{
    private CallDefinition? _definition;

    private Call() { }

    public Guid Id { get; private set; }

    /// <summary>Part of the address; unique.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The definition as stored.</summary>
    public string DefinitionJson { get; private set; } = "";

    /// <summary>Days by which a demo moved the calendar so that a phase runs now; 0 in real calls.</summary>
    public int ShiftedByDays { get; private set; }

    /// <summary>Answers, reviews and votes of this call were generated for a demonstration and say nothing about real municipalities.</summary>
    public bool HasGeneratedContent { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The definition, with its calendar moved where a demo did so.</summary>
    public CallDefinition Definition => _definition ??= Parse();

    /// <summary>A call from its definition.</summary>
    public static Call Create(CallDefinition definition, int shiftedByDays = 0, bool generatedContent = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Slug = definition.Slug,
        DefinitionJson = JsonSerializer.Serialize(definition, CallDefinition.Json),
        ShiftedByDays = shiftedByDays,
        HasGeneratedContent = generatedContent,
    };

    /// <summary>The phase of a kind, or null when the call has none.</summary>
    public Phase? Phase(PhaseKind kind) => Definition.Phases.FirstOrDefault(phase => phase.Kind == kind);

    /// <summary>True while a phase runs.</summary>
    public bool IsIn(PhaseKind kind, DateTime instant) => Phase(kind)?.Contains(instant) == true;

    /// <summary>True from the first instant of a phase on, also after its end.</summary>
    public bool HasReached(PhaseKind kind, DateTime instant) => Phase(kind) is { } phase && instant >= phase.From;

    private CallDefinition Parse()
    {
        var definition = JsonSerializer.Deserialize<CallDefinition>(DefinitionJson, CallDefinition.Json)
            ?? throw new InvalidOperationException($"The definition of call {Slug} is empty.");
        return ShiftedByDays == 0 ? definition : definition with { Phases = [.. definition.Phases.Select(phase => phase.Shift(ShiftedByDays))] };
    }
}
