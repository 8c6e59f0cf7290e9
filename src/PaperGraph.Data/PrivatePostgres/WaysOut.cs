namespace PaperGraph.Data;

/// <summary>What a person can do where no private PostgreSQL can be had.</summary>
internal static class WaysOut
{
    public static string Text { get; } = $"""
        Do one of these and start again:
          - install PostgreSQL {PostgresInstallation.OldestMajor} or newer (Debian, Ubuntu: apt-get install postgresql; Fedora: dnf install
            postgresql-server; macOS: brew install postgresql@17), or npm, which can fetch it;
          - give the connection string of a PostgreSQL server with --database or PAPERGRAPH_DATABASE;
          - run PaperGraph with its database in containers: docker compose up.
        """;

    public static PrivatePostgresException NoPostgres() =>
        new($"PaperGraph keeps its graph in PostgreSQL, and there is none on this machine, nor npm to fetch one with.\n{Text}");

    public static PrivatePostgresException OtherMajor(PostgresFolders folders, int written, IReadOnlyList<PostgresInstallation> installed)
    {
        var here = installed.Count == 0 ? "none is installed" : $"here is {string.Join(", ", installed.Select(one => one.Major).Distinct())}";
        return new($"""
            The data in {folders.Cluster} were written by PostgreSQL {written}, and {here}: no other version can read them.
            Install PostgreSQL {written} and start again; PaperGraph then uses it for these data. To move them to another version:
              1. with PaperGraph running on PostgreSQL {written}, export them:
                 PGPASSWORD=$(cat {PostgresFolders.Password(folders.Cluster)}) pg_dump -h {folders.Sockets} -U {PostgresCluster.Owner} -Fc papergraph > papergraph.dump
              2. stop PaperGraph, move {folders.Cluster} away, remove PostgreSQL {written}, and start PaperGraph on the new version with --no-sample;
              3. bring them in: the same way, with pg_restore --clean --if-exists -d papergraph papergraph.dump
            Or start with an empty database: move {folders.Cluster} away, or choose another folder with --home.
            """);
    }
}
