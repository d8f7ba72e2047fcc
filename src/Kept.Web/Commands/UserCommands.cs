using System.CommandLine;
using Kept.Core.Accounts;

namespace Kept.Web.Commands;

/// <summary>Commands about people.</summary>
internal static class UserCommands
{
    public static Command User()
    {
        var email = new Option<string>("--email") { Description = "The address the person signs in with.", Required = true };
        var name = new Option<string>("--name") { Description = "The person's name, as colleagues know it; never public.", Required = true };
        var role = new Option<string>("--role") { Description = $"One of {string.Join(", ", Roles.All.Select(Roles.NameOf))}.", Required = true };
        var body = new Option<string?>("--body") { Description = "The id of the body a contributor or approver writes for." };
        var password = new Option<bool>("--password-stdin") { Description = "Read the password from standard input; the only way, so that no list of processes shows it." };
        var add = new Command("add", "Make an account with one role. The first administrator comes this way; invite the others on the site.") { email, name, role, body, password };
        add.SetAction(KeptCommand.Stoppable(async (parsed, cancel) =>
        {
            if (!parsed.GetValue(password))
            {
                Console.Error.WriteLine("The password comes on standard input: add --password-stdin, and send it there. No account was made.");
                return 1;
            }
            var word = (await Console.In.ReadToEndAsync(cancel)).TrimEnd('\r', '\n');
            return await UserAdding.Run(KeptCommand.Where(parsed), new(parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(role)!, parsed.GetValue(body), word), cancel);
        }));
        return new Command("user", "People who may do more than read.") { add };
    }
}
