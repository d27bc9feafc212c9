using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Microsoft.AspNetCore.Identity;

namespace Awards.Web.Data.Seeding;

/// <summary>The demo's accounts: roles, no persons. Their password is public.</summary>
public static class DemoAccounts
{
    /// <summary>Password of every demo account.</summary>
    public const string Password = "demo-2017";

    private const string Domain = "@demo.example";

    /// <summary>Municipalities that have an account: part before the @, name in the seed.</summary>
    public static IReadOnlyList<(string Account, string Municipality)> Municipalities { get; } =
    [
        ("everswinkel", "Gemeinde Everswinkel"), ("duelmen", "Stadt Dülmen"), ("dortmund", "Stadt Dortmund"),
        ("schwerin", "Landeshauptstadt Schwerin"), ("minden", "Stadt Minden"), ("landkreis-osnabrueck", "Landkreis Osnabrück"),
    ];

    /// <summary>Reviewers who act for a municipality that entered, so that the program finds their conflicts.</summary>
    private static readonly (string Account, string Municipality)[] ActingFor = [("vorpruefung11", "Stadt Konstanz"), ("vorpruefung12", "Stadt Ulm")];

    /// <summary>Part before the @, name shown, roles in each call.</summary>
    public static IEnumerable<(string Account, string Name, CallRole[] Roles)> Staff()
    {
        yield return ("leitung", "Leitung der Geschäftsstelle", [CallRole.Lead]);
        for (var number = 1; number <= 12; number++)
            yield return ($"vorpruefung{number:00}", $"Vorprüfung {number:00}", [CallRole.Reviewer]);
        for (var number = 1; number <= 10; number++)
            yield return ($"jury{number:00}", number == 10 ? "Jury 10 (Vorsitz)" : $"Jury {number:00}",
                number == 10 ? [CallRole.JuryMember, CallRole.JuryChair] : [CallRole.JuryMember]);
        yield return ("finanzen", "Finanzen", [CallRole.Finance]);
        yield return ("redaktion", "Redaktion", [CallRole.Editor]);
    }

    /// <summary>Adds all accounts with their roles in the calls and their municipalities; gives the persons by account.</summary>
    public static Dictionary<string, Person> Add(AwardsDbContext db, IPasswordHasher<Person> hasher, IReadOnlyCollection<Call> calls, IReadOnlyCollection<Municipality> municipalities)
    {
        var persons = new Dictionary<string, Person>();
        // One hash for all: the password is printed on the sign-in page.
        var hash = hasher.HashPassword(new Person(), Password);
        Person Account(string account, string name)
        {
            var person = Person.Create(account + Domain, name);
            (person.IsDemo, person.PasswordHash) = (true, hash);
            db.Users.Add(person);
            return persons[account] = person;
        }

        foreach (var (account, name, roles) in Staff())
        {
            var person = Account(account, name);
            db.RoleAssignments.AddRange(calls.SelectMany(call => roles.Select(role => RoleAssignment.Give(person.Id, call.Id, role))));
        }
        foreach (var (account, name) in Municipalities)
            db.Affiliations.Add(Affiliation.Of(Account(account, name).Id, municipalities.First(each => each.Name == name).Id));
        return persons;
    }

    /// <summary>Who works on the pre-review.</summary>
    internal static DemoOffice Office(Dictionary<string, Person> persons, IReadOnlyCollection<Municipality> municipalities) => new(
        persons["leitung"].Id,
        [.. persons.Where(person => person.Key.StartsWith("vorpruefung", StringComparison.Ordinal)).OrderBy(person => person.Key, StringComparer.Ordinal).Select(person => (person.Value.Id, person.Value.DisplayName))],
        [.. ActingFor.Select(each => (persons[each.Account].Id, municipalities.First(place => place.Name == each.Municipality).Id))]);
}

/// <summary>Who works on the pre-review of the demo.</summary>
/// <param name="Reviewers">By their accounts.</param>
/// <param name="ActingFor">Reviewers who act for a municipality.</param>
internal sealed record DemoOffice(Guid Lead, IReadOnlyList<(Guid Id, string Name)> Reviewers, IReadOnlyList<(Guid Reviewer, Guid Municipality)> ActingFor);
