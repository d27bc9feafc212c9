using Awards.Domain.Shared;

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

    /// <summary>Nobody could hand it in any more.</summary>
    public static Refusal LastSigner { get; } = new("member.last_signer", "Wenigstens eine Person muss einreichen dürfen. Geben Sie dieses Recht bitte zuerst jemand anderem.");

    /// <summary>Somebody else was faster.</summary>
    public static Refusal Gone { get; } = new("member.gone", "Diese Person arbeitet nicht mehr mit. Bitte laden Sie die Seite neu.");

    /// <summary>Gives another right. Refused where nobody would be left who may hand it in.</summary>
    /// <param name="signers">How many members may hand it in now.</param>
    public Outcome<ApplicationMember> Change(MemberRight right, int signers)
    {
        if (MaySign && right != MemberRight.Sign && signers <= 1) return LastSigner;
        Right = right;
        return this;
    }

    /// <summary>Gives a right if it is more than the present one: an invitation takes nothing away.</summary>
    public ApplicationMember Raise(MemberRight right)
    {
        if (right > Right) Right = right;
        return this;
    }

    /// <summary>Lets a person work on an application.</summary>
    public static ApplicationMember Add(Guid applicationId, Guid personId, MemberRight right) =>
        new() { Id = Guid.CreateVersion7(), ApplicationId = applicationId, PersonId = personId, Right = right };
}
