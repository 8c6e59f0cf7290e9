namespace PaperGraph.Postgres.Tests;

[Trait("Server", "private")]
public sealed class PostgresSearchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("papergraph-search-").FullName;

    [Fact]
    public async Task The_newest_comes_first_and_what_is_too_old_or_incomplete_not_at_all()
    {
        string[] folders = [Programs("14.11"), Programs("15.4"), Programs("17.2"), Programs("16rc1"), Without("pg_ctl")];
        var search = new PostgresSearch(folders, Npm: null);

        (await search.FindAsync(CancellationToken.None)).Select(found => found.Major).ShouldBe([17, 16, 15]);
    }

    [Fact]
    public async Task A_folder_of_links_stands_for_the_folder_they_lead_to()
    {
        var programs = Programs("17.2");
        var links = Directory.CreateDirectory(Path.Combine(folder, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(links, "initdb"), Path.Combine(programs, "initdb"));

        (await new PostgresSearch([links, programs], null).FindAsync(CancellationToken.None))
            .ShouldBe([new PostgresInstallation(programs, 17)]);
    }

    [Fact]
    public void A_star_stands_for_any_text_in_the_name_of_a_folder()
    {
        foreach (var name in (string[])["15/bin", "17/bin", "18/share"]) Directory.CreateDirectory(Path.Combine(folder, "lib", name));

        PostgresSearch.Matching($"{folder}/lib/*/bin").Order().ShouldBe([$"{folder}/lib/15/bin", $"{folder}/lib/17/bin"]);
        PostgresSearch.Matching($"{folder}/missing/*/bin").ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Programs(string version)
    {
        var programs = Directory.CreateDirectory(Path.Combine(folder, version)).FullName;
        foreach (var name in (string[])["initdb", "pg_ctl", "postgres"])
            Script.Write(Path.Combine(programs, name), $"echo 'postgres (PostgreSQL) {version} (Debian)'");
        return programs;
    }

    private string Without(string program)
    {
        var programs = Programs("17.3");
        File.Delete(Path.Combine(programs, program));
        return programs;
    }
}
