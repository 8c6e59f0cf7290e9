namespace PaperGraph.Testing;

/// <summary>Chooses the server that tests run against.</summary>
internal static class TestServerSource
{
    private const string Given = "PAPERGRAPH_TEST_DATABASE";

    /// <param name="ConnectionString">Has the right to create databases.</param>
    /// <param name="OutlivesTests">Whether it goes on when the last test process ends, with what is left in it.</param>
    internal sealed record Choice(string ConnectionString, bool OutlivesTests);

    public static async Task<Choice> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Given) is { Length: > 0 } given) return new(given, OutlivesTests: true);
        return new(await ContainerServer.TryStartAsync() ?? await NativeServer.StartOrAdoptAsync(), OutlivesTests: false);
    }
}
