using Awards.Web.Platform.TagHelpers;

namespace Awards.Web.Stages.Municipalities;

/// <summary>What the partial _MunicipalityChooser shows: a field for a part of a name, and what it may mean. Works without JavaScript: the page asks again.</summary>
/// <param name="TextField">Name of the field for the name.</param>
/// <param name="IdField">Name of the radio buttons; their values are ids, or <see cref="MunicipalityWords.Unlisted"/>.</param>
/// <param name="Choices">What the name may mean; empty before something was typed.</param>
/// <param name="MayBeUnlisted">Whether the list ends with "Sie steht nicht in dieser Liste".</param>
public sealed record MunicipalityChooser(string TextField, string IdField, IReadOnlyList<Choice> Choices, bool MayBeUnlisted = false);
