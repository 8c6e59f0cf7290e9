using Npgsql;
using PaperGraph.Commands;

namespace PaperGraph.Databases;

/// <summary>What a person gives as the database: a connection string of Npgsql's, or the address form of libpq's.</summary>
internal static class ConnectionText
{
    /// <exception cref="CommandFailure">The text is neither.</exception>
    public static string Parse(string text)
    {
        var builder = text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal)
            ? FromAddress(text)
            : FromConnectionString(text);

        if (string.IsNullOrEmpty(builder.Host)) throw NotUnderstood("it names no host");
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder FromConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw NotUnderstood(exception.Message, exception);
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) throw NotUnderstood("it is no valid address");

        var builder = new NpgsqlConnectionStringBuilder { Host = address.Host };
        if (address.Port > 0) builder.Port = address.Port;
        if (address.AbsolutePath is { Length: > 1 } path) builder.Database = Uri.UnescapeDataString(path[1..]);

        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2) builder.Password = Uri.UnescapeDataString(user[1]);

        foreach (var setting in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Set(builder, setting.Split('=', 2));
        return builder;
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string[] setting)
    {
        var (name, value) = (Uri.UnescapeDataString(setting[0]), Uri.UnescapeDataString(setting.ElementAtOrDefault(1) ?? ""));
        try
        {
            if (name == "sslmode") builder.SslMode = Enum.Parse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            else builder[name.Replace('_', ' ')] = value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw NotUnderstood($"its setting {name}={value} is not known", exception);
        }
    }

    private static CommandFailure NotUnderstood(string why, Exception? cause = null) => new(
        $"The database given by --database or {DatabaseOptions.DatabaseVariable} is not understood: {why}. "
            + "It looks like \"Host=localhost;Username=me;Password=secret;Database=papers\" or \"postgresql://me:secret@localhost/papers\".",
        cause);
}
