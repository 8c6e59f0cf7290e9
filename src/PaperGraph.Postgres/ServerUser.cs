namespace PaperGraph.Postgres;

/// <summary>
/// The account that PostgreSQL's own programs run as; without a name, whoever runs this process. PostgreSQL refuses to
/// run as root, so root lends it an account that exists already: initdb will not run under a uid without a name.
/// </summary>
internal sealed record ServerUser(string? Name)
{
    public static ServerUser Same { get; } = new((string?)null);

    private static readonly string[] Lendable = ["postgres", "nobody"];

    /// <summary>For data that exist already their owner, else the first account that root can lend.</summary>
    public static async Task<ServerUser> ForAsync(string data, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return Same;
        if (Directory.Exists(data)) return new ServerUser(await OwnerAsync(data, cancellationToken));
        foreach (var name in Lendable)
            if ((await Command.RunAsync("id", ["-u", name], Same, "/", cancellationToken)).Succeeded) return new ServerUser(name);
        throw new PrivatePostgresException(
            "PostgreSQL does not run as root, and this machine has neither a user 'postgres' nor 'nobody' to run it as. "
            + "Create one (useradd --system postgres), or start PaperGraph as an ordinary user.");
    }

    private static async Task<string> OwnerAsync(string path, CancellationToken cancellationToken)
    {
        string[] arguments = OperatingSystem.IsLinux() ? ["-c", "%U", path] : ["-f", "%Su", path];
        var owner = await Command.RunAsync("stat", arguments, Same, "/", cancellationToken);
        return owner is { Succeeded: true, Output: not ("root" or "UNKNOWN") }
            ? owner.Output
            : throw new PrivatePostgresException(
                $"{path} belongs to {owner.Output}, as whom PostgreSQL cannot run. "
                + $"Give it to a user that exists: chown -R postgres: {path}");
    }

    /// <summary>Makes a file or folder this account's own.</summary>
    public async Task GiveAsync(string path, CancellationToken cancellationToken)
    {
        if (Name is null) return;
        var given = await Command.RunAsync("chown", ["-h", $"{Name}:", path], Same, "/", cancellationToken);
        if (!given.Succeeded) throw new PrivatePostgresException($"{path} cannot be handed to the user {Name}: {given.Output}");
    }
}
