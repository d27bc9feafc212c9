namespace Awards.Web.Stages.Shell;

/// <summary>Addresses of the frame around everything.</summary>
public static class ShellLinks
{
    public const string Home = "/";
    public const string Privacy = "/datenschutz";
    public const string Imprint = "/impressum";
    public const string Accessibility = "/barrierefreiheit";
}
