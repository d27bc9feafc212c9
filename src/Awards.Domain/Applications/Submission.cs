using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>One handing-in of an application, kept as it was. The last one that is not withdrawn counts.</summary>
public sealed class Submission
{
    private Submission() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>1, 2, … within the application.</summary>
    public int Number { get; private set; }

    /// <summary>UTC instant at which the request began.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who handed it in; null for the system (imports).</summary>
    public Guid? By { get; private set; }

    /// <summary>SHA-256 (hex), as <see cref="Applications.ContentHash"/> makes it.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The <see cref="SubmittedContent"/> as JSON; "" once it was erased.</summary>
    public string Content { get; private set; } = "";

    /// <summary>UTC; null = it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Keeps what an application has just handed in.</summary>
    public static Submission Of(Application application, int number, WriteContext write) => new()
    {
        Id = Guid.CreateVersion7(),
        ApplicationId = application.Id,
        Number = number,
        At = write.When,
        By = write.Who,
        ContentHash = application.ContentHash ?? throw new InvalidOperationException($"Application {application.Id} is not handed in."),
        Content = SubmittedContent.Of(application).ToJson(),
    };

    /// <summary>It no longer counts.</summary>
    public void Withdraw(DateTime when) => WithdrawnAt ??= when;

    /// <summary>Takes the content out, for good; that and when something was handed in stays.</summary>
    public void Erase() => Content = "";
}
