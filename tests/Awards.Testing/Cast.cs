namespace Awards.Testing;

/// <summary>The same persons in every test, each with one role. Passwords are those of the demo.</summary>
public static class Cast
{
    private const string At = "@test.example";

    public const string Lead = "lead" + At;
    public const string Editor = "editor" + At;
    public const string Finance = "finance" + At;

    /// <summary>Reviewer 1, 2, 3.</summary>
    public static string Reviewer(int number) => $"reviewer{number}{At}";

    public const string JuryMember = "jury" + At;
    public const string JuryChair = "chair" + At;

    /// <summary>Acts for "Musterstadt 1".</summary>
    public const string ClerkOne = "clerk1" + At;

    /// <summary>Acts for "Musterstadt 2".</summary>
    public const string ClerkTwo = "clerk2" + At;

    /// <summary>Signed in, without any role.</summary>
    public const string Stranger = "stranger" + At;

    /// <summary>Lead of another call.</summary>
    public const string OtherLead = "otherlead" + At;
}
