namespace Awards.Domain.Shared;

/// <summary>Ids that reveal no order and no time: for reviews, ballots and public tokens.</summary>
public static class SecretId
{
    /// <summary>A random (version 4) id.</summary>
#pragma warning disable RS0030 // the one place where a version 4 id is wanted
    public static Guid New() => Guid.NewGuid();
#pragma warning restore RS0030
}
