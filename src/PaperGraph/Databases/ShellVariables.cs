namespace PaperGraph.Databases;

/// <summary>
/// What the shell says of PostgreSQL: <c>PGOPTIONS</c>, <c>PGTZ</c>, <c>PGREQUIREAUTH</c> and the others of libpq and Npgsql.
/// </summary>
internal static class ShellVariables
{
    /// <summary>
    /// Takes them out of this process, which works on the program's own server and no other: they are meant for servers of others.
    /// </summary>
    public static void ForgetPostgres()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>())
            if (name.StartsWith("PG", StringComparison.Ordinal)) Environment.SetEnvironmentVariable(name, null);
    }
}
