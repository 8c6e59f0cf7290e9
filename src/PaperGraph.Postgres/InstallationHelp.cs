namespace PaperGraph.Postgres;

/// <summary>What a person can do where no private PostgreSQL can be had.</summary>
internal static class InstallationHelp
{
    public static string Text { get; } = $"""
        Do one of these and start again:
          - install PostgreSQL {PostgresInstallation.OldestMajor} or newer (Debian, Ubuntu: apt-get install postgresql; Fedora: dnf install
            postgresql-server; macOS: brew install postgresql@17), or npm, which can fetch it;
          - give the connection string of a PostgreSQL server with --database or PAPERGRAPH_DATABASE;
          - run PaperGraph with its database in containers: docker compose up.
        """;

    public static PrivatePostgresException NoPostgres() =>
        new($"PaperGraph keeps its graph in PostgreSQL, and this machine has none, nor npm to fetch one with.\n{Text}");

    public static PrivatePostgresException OtherMajor(
        PostgresFolders folders, int written, IReadOnlyList<PostgresInstallation> installed)
    {
        var data = folders.Cluster;
        var password = PostgresFolders.Password(data);
        var others = string.Join(", ", installed.Select(one => one.Major).Distinct());
        var here = installed.Count == 0 ? "none is installed" : $"here is {others}";
        var client = $"-h {folders.Sockets} -U {PostgresCluster.Owner}";
        return new($"""
            The data in {data} were written by PostgreSQL {written}, and {here}: no other version can read them.
            Install PostgreSQL {written} and start again; PaperGraph then uses it for these data. To move them to another version:
              1. while PaperGraph runs on PostgreSQL {written}, export them (password: {password}):
                 pg_dump {client} -Fc -f papergraph.dump papergraph
              2. stop PaperGraph, move {data} away and start again with --no-sample: the newest PostgreSQL is used;
              3. while PaperGraph runs, bring them in (the password is a new one):
                 pg_restore {client} --clean --if-exists -d papergraph papergraph.dump
            Or start with an empty database: move {data} away, or choose another folder with --home.
            """);
    }
}
