using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Awards.Domain.Accounts;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Security;

namespace Awards.Web.CommandLine;

/// <summary><c>invite</c>: the way in for the first lead, whom nobody can invite from a page.</summary>
internal static class AccountCommands
{
    public static Command Invite(TextWriter output)
    {
        var (data, call) = (Options.Data(), Options.Call());
        var mail = new Argument<string>("MAIL") { Description = "E-Mail-Adresse der Person" };
        var role = new Option<string>("--role") { Description = $"Rolle: {string.Join(", ", Enum.GetNames<CallRole>())}", HelpName = "ROLLE", DefaultValueFactory = _ => nameof(CallRole.Lead) };
        var command = new Command("invite", "Lädt eine Person zu einer Rolle ein und gibt den Link aus") { mail, data, call, role };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = parsed.GetValue(mail)!;
            if (!new EmailAddressAttribute().IsValid(address)) throw new BadInputException($"{address}: Das ist keine E-Mail-Adresse.");
            if (!Enum.TryParse<CallRole>(parsed.GetValue(role), ignoreCase: true, out var wished) || !Enum.IsDefined(wished))
                throw new BadInputException($"--role {parsed.GetValue(role)}: Möglich sind: {string.Join(", ", Enum.GetNames<CallRole>())}.");
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var target = await Options.FindCallAsync(db, parsed.GetValue(call)!);
            var secret = LinkToken.New();
            var write = WriteContext.System(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, "Befehl invite");
            var invitation = (await db.WriteAsync(write, AuditAction.PersonInvited, () =>
            {
                var invited = Invitation.ToCall(target.Id, address, address.Split('@')[0], [wished], LinkToken.Hash(secret), write);
                db.Invitations.Add(invited.Fact);
                return Task.FromResult(invited);
            }, cancellationToken: cancellationToken)).Fact;
            output.WriteLine(app.Services.GetRequiredService<PublicAddress>().Of("/einladung/" + secret));
            output.WriteLine($"Der Link gilt bis {GermanTime.Deadline(invitation.ExpiresAt)} und einmal.");
            return AwardsCommands.Done;
        });
        return command;
    }
}
