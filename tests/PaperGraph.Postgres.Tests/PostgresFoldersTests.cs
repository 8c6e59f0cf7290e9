using System.Text;

namespace PaperGraph.Postgres.Tests;

[Trait("Server", "private")]
public sealed class PostgresFoldersTests
{
    [Theory]
    [InlineData("/srv/papergraph", "/srv/papergraph/postgres/run")]
    [InlineData("/srv/a folder with spaces", "/srv/a folder with spaces/postgres/run")]
    public void The_socket_lies_with_the_data(string home, string sockets) => new PostgresFolders(home).Sockets.ShouldBe(sockets);

    [Theory]
    [InlineData("/srv/{0}", 'a', 200)]
    [InlineData("/srv/{0}", 'é', 40)]
    [InlineData("/srv/one{0} two", ',', 1)]
    [InlineData("/srv/one{0} two", '"', 1)]
    [InlineData("/srv/one{0} two", '\\', 1)]
    [InlineData("/srv/one{0} two", '\n', 1)]
    public void It_lies_elsewhere_where_its_path_would_be_too_long_or_read_as_another(string home, char filling, int times)
    {
        var sockets = new PostgresFolders(string.Format(null, home, new string(filling, times))).Sockets;

        sockets.ShouldStartWith("/tmp/papergraph-");
        Encoding.UTF8.GetByteCount(sockets + "/.s.PGSQL.5432").ShouldBeLessThan(100);
    }

    [Fact]
    public void Two_homes_never_share_a_socket() =>
        new PostgresFolders("/srv/" + new string('a', 200)).Sockets
            .ShouldNotBe(new PostgresFolders("/srv/" + new string('a', 201)).Sockets);

    [Fact]
    public async Task A_server_starts_below_a_long_path_with_blanks_quotes_and_letters_of_many_bytes()
    {
        using var home = new PrivateHome();
        UnixMode.AllowTraversal(home.Path);
        var deep = Path.Combine(home.Path, "it's a \"long\" path, très long", new string('x', 120));
        var setup = home.Setup with { Home = deep };
        await using (var postgres = await PrivatePostgres.StartOrAdoptAsync(setup, null, CancellationToken.None))
            (await PrivateHome.AskAsync(postgres.ConnectionString, "select 1")).ShouldBe(1);

        Directory.Exists(new PostgresFolders(deep).Sockets).ShouldBeFalse("a stopped server leaves nothing outside its home");
    }
}
