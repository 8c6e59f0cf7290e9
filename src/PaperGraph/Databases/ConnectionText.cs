using System.Data.Common;
using Npgsql;
using PaperGraph.Commands;

namespace PaperGraph.Databases;

/// <summary>What a person gives as the database: a connection string of Npgsql's, or the address form of libpq's.</summary>
internal static class ConnectionText
{
    private const string Quoting = "A value with a semicolon or a quote in it stands in quotes: Password=\"a;b\"";
    private const string Escaping = "What is not a letter or a digit in a password is written as % and two digits: %2F for /";

    /// <exception cref="CommandFailure">The text is neither.</exception>
    public static string Parse(string text)
    {
        var builder = text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal)
            ? FromAddress(text)
            : FromConnectionString(text);

        if (string.IsNullOrEmpty(builder.Host)) throw UnreadableConnectionString("it names no host");
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder FromConnectionString(string text)
    {
        var settings = Settings(text);
        var builder = new NpgsqlConnectionStringBuilder();
        foreach (var (setting, number) in settings.Select((setting, index) => (setting, index + 1)))
            Set(builder, setting.Key, setting.Value, $"setting {number} has a name that is not known. {Quoting}");
        return builder;
    }

    private static List<KeyValuePair<string, string>> Settings(string text)
    {
        try
        {
            var settings = new DbConnectionStringBuilder { ConnectionString = text };
            return [.. settings.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, (string)settings[key]))];
        }
        catch (ArgumentException exception)
        {
            throw UnreadableConnectionString($"it is no list of name=value with semicolons between them. {Quoting}", exception);
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            throw UnreadableConnectionString($"it is no valid address. {Escaping}");

        var builder = new NpgsqlConnectionStringBuilder { Host = address.Host };
        if (address.Port > 0) builder.Port = address.Port;
        if (address.AbsolutePath is { Length: > 1 } path) builder.Database = Uri.UnescapeDataString(path[1..]);

        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2) builder.Password = Uri.UnescapeDataString(user[1]);

        var settings = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (setting, number) in settings.Select((setting, index) => (setting, index + 1)))
        {
            var parts = setting.Split('=', 2);
            var (name, value) = (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));
            if (name == "sslmode") value = value.Replace("-", "", StringComparison.Ordinal);
            Set(builder, name.Replace('_', ' '), value,
                $"setting {number} behind the question mark has a name that is not known. {Escaping}");
        }
        return builder;
    }

    /// <param name="unknown">What is said of a name that is not known, without the name: it may be the rest of a password.</param>
    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string value, string unknown)
    {
        if (!builder.ContainsKey(name) && !name.Equals("sslmode", StringComparison.OrdinalIgnoreCase))
            throw UnreadableConnectionString(unknown);
        try
        {
            builder[name] = value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw UnreadableConnectionString($"the value of {name} is not one that it can have", exception);
        }
    }

    private static CommandFailure UnreadableConnectionString(string why, Exception? cause = null) => new(
        $"The database given by --database or {DatabaseOptions.DatabaseVariable} is not understood: {why.TrimEnd('.')}. "
            + "It looks like \"Host=localhost;Username=me;Password=secret;Database=papers\" "
            + "or \"postgresql://me:secret@localhost/papers\".",
        cause);
}
