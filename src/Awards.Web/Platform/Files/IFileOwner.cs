using System.Security.Claims;
using Awards.Web.Data;

namespace Awards.Web.Platform.Files;

/// <summary>What a person may do with a file.</summary>
public enum FileRight
{
    /// <summary>Must not even learn that it exists.</summary>
    None,

    /// <summary>May read it; each download is recorded.</summary>
    Read,

    /// <summary>It is public: downloads are nobody's business.</summary>
    Public,
}

/// <summary>One kind of objects that own files. Registered by the stage that knows them; a file whose kind nobody registered is read by nobody.</summary>
public interface IFileOwner
{
    /// <summary>Value of <see cref="StoredFile.OwnerKind"/>.</summary>
    string Kind { get; }

    /// <summary>What a person, perhaps anonymous, may do with a file of this kind.</summary>
    Task<FileRight> RightAsync(StoredFile file, ClaimsPrincipal user, CancellationToken cancellationToken);

    /// <summary>Ids of the files that objects of this kind refer to.</summary>
    IQueryable<Guid> References { get; }
}
