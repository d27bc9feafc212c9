using Awards.Web.Platform;

namespace Awards.Web.Stages;

/// <summary>Services that the stages bring along.</summary>
internal static class StageServices
{
    public static void Add(IServiceCollection services, Installation installation)
    {
    }
}
