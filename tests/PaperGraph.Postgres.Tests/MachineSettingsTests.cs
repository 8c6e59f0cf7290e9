using System.Globalization;

namespace PaperGraph.Postgres.Tests;

[Trait("Server", "private")]
public sealed class MachineSettingsTests(PrivateHome home) : IClassFixture<PrivateHome>
{
    private const long Giga = 1L << 30;

    [Theory]
    [InlineData(0.1, 1, "32MB 64MB 16MB 4MB 256MB on 1.1")]
    [InlineData(1, 8, "256MB 512MB 32MB 4MB 768MB on 1.1")]
    [InlineData(4, 100, "1024MB 2048MB 128MB 16MB 4096MB on 1.1")]
    [InlineData(256, 10_000, "2048MB 131072MB 512MB 32MB 4096MB on 1.1")]
    public void Settings_follow_from_memory_and_free_disk_within_bounds(double memory, double disk, string values)
    {
        var settings = new MachineSettings((long)(memory * Giga), (long)(disk * Giga));

        string.Join(' ', settings.Lines.Select(line => line.Value)).ShouldBe(values);
    }

    [Fact]
    public void Of_this_machine_memory_and_disk_are_known()
    {
        var here = MachineSettings.For(home.Path);

        here.Memory.ShouldBeGreaterThan(1 << 20);
        here.FreeDisk.ShouldBePositive();
    }

    [Fact]
    public async Task The_server_has_them_and_so_has_that_of_a_folder_that_was_built_without_them()
    {
        await using (await home.StartAsync())
        {
        }
        // As a version without them has left it.
        var file = Path.Combine(home.Folders.Cluster, "papergraph.conf");
        var without = File.ReadLines(file)
            .Where(line => !MachineSettings.Names.Any(name => line.StartsWith(name, StringComparison.Ordinal))).ToList();
        await File.WriteAllLinesAsync(file, without);

        await using var postgres = await home.StartAsync();

        var settings = await SettingsAsync(postgres);
        settings.Select(setting => setting.Key).ShouldBe(MachineSettings.Names);
        settings.ToDictionary()["random_page_cost"].ShouldBe("1.1");
        (await PrivateHome.AskAsync(postgres.ConnectionString,
            "select 1.0 * setting::bigint * 8192 from pg_settings where name = 'shared_buffers'"))
            .ShouldBe(Convert.ToDecimal(long.Parse(
                MachineSettings.For(home.Path).Lines.ToDictionary()["shared_buffers"][..^2], CultureInfo.InvariantCulture) * (1 << 20)));
    }

    [Fact]
    public async Task What_the_owner_of_the_folder_sets_wins_but_not_over_how_the_server_is_reached()
    {
        await using (await home.StartAsync())
        {
        }
        var file = Path.Combine(home.Folders.Root, PostgresFolders.OwnersSettingsFile);
        await File.WriteAllTextAsync(file, "shared_buffers = 48MB\nmax_connections = 33\nlisten_addresses = '*'\n");
        try
        {
            await using var postgres = await home.StartAsync();

            (await SettingsAsync(postgres)).ToDictionary()["shared_buffers"].ShouldBe("48MB");
            (await PrivateHome.AskAsync(postgres.ConnectionString, "show max_connections")).ShouldBe("33");
            (await PrivateHome.AskAsync(postgres.ConnectionString, "show listen_addresses")).ShouldBe("");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> SettingsAsync(PrivatePostgres postgres)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(postgres.ConnectionString);
        return await PrivatePostgres.ReadSettingsAsync(source, CancellationToken.None);
    }
}
