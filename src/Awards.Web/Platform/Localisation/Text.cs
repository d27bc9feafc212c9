namespace Awards.Web.Platform.Localisation;

/// <summary>Marks the one set of interface texts. German is the source: the German sentence is the key.</summary>
public sealed class Text;
