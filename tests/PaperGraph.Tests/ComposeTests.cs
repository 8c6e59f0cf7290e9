using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PaperGraph.Tests;

/// <summary>What docker-compose.yml starts, as compose itself reads it.</summary>
public sealed class ComposeTests
{
    [SkippableFact]
    public async Task Only_this_machine_reaches_the_services_and_each_is_bounded()
    {
        Compose.Require();
        var services = (await ConfigAsync([]))["services"]!.AsObject();

        services.Select(service => service.Key).Order().ShouldBe(["postgres", "server", "test-postgres", "test-server"]);
        foreach (var (name, service) in services)
        {
            Convert.ToInt64(service!["mem_limit"]!.ToString(), null).ShouldBe(2L << 30, name);
            service["pids_limit"]!.GetValue<int>().ShouldBe(512, name);
            foreach (var port in service["ports"]?.AsArray() ?? []) ((string?)port!["host_ip"]).ShouldBe("127.0.0.1", name);
        }
    }

    [SkippableFact]
    public async Task A_password_is_what_was_given_whatever_letters_it_has()
    {
        Compose.Require();
        const string password = "a;b'c\"d=\\e";

        var config = await ConfigAsync(new() { ["PAPERGRAPH_POSTGRES_PASSWORD"] = password, ["PAPERGRAPH_ADDRESS"] = "0.0.0.0" });

        ((string?)config["services"]!["postgres"]!["environment"]!["POSTGRES_PASSWORD"]).ShouldBe(password);
        foreach (var server in new[] { "server", "test-server" })
        {
            var environment = config["services"]![server]!["environment"]!;
            ((string?)environment["PGPASSWORD"]).ShouldBe(password);
            ((string?)environment["PAPERGRAPH_DATABASE"])!.ShouldNotContain("assword");
            ((string?)config["services"]![server]!["ports"]![0]!["host_ip"]).ShouldBe("0.0.0.0");
        }
    }

    private static async Task<JsonNode> ConfigAsync(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(
            "docker", ["compose", "--file", RepositoryRoot.Combine("docker-compose.yml"), "--profile", "*", "config", "--format", "json"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PAPERGRAPH_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var compose = Process.Start(start)!;
        var config = await compose.StandardOutput.ReadToEndAsync();
        await compose.WaitForExitAsync();
        compose.ExitCode.ShouldBe(0);
        return JsonNode.Parse(config)!;
    }
}
