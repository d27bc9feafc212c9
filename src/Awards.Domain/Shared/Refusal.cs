namespace Awards.Domain.Shared;

/// <summary>Why a domain method did not do what was asked: a stable code for programs and a German sentence for people.</summary>
/// <param name="Code">Stable, dotted, lower case: "application.deadline_passed".</param>
/// <param name="Message">German sentence that says how to mend it; the key of its translation. May hold {0}, {1} …</param>
/// <param name="Arguments">Values for the placeholders; amounts and dates as <see cref="Shown"/>.</param>
public sealed record Refusal(string Code, string Message, params object[] Arguments)
{
    /// <summary>The German sentence with its values filled in.</summary>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.GetCultureInfo("de-DE"), Message, Arguments);
}
