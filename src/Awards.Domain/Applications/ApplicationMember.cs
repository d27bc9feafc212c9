namespace Awards.Domain.Applications;

/// <summary>What a colleague may do with an application.</summary>
public enum MemberRight { Read, Edit, Sign }

/// <summary>A person works on an application.</summary>
public sealed class ApplicationMember
{
    private ApplicationMember() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid PersonId { get; private set; }
    public MemberRight Right { get; private set; }

    /// <summary>True when the person may change the application.</summary>
    public bool MayEdit => Right is MemberRight.Edit or MemberRight.Sign;

    /// <summary>True when the person may hand it in.</summary>
    public bool MaySign => Right == MemberRight.Sign;

    /// <summary>Lets a person work on an application.</summary>
    public static ApplicationMember Add(Guid applicationId, Guid personId, MemberRight right) =>
        new() { Id = Guid.CreateVersion7(), ApplicationId = applicationId, PersonId = personId, Right = right };
}
