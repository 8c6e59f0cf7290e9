namespace PaperGraph.Testing;

/// <summary>Chooses the server that tests run against.</summary>
internal static class TestServerSource
{
    private const string Given = "PAPERGRAPH_TEST_DATABASE";

    /// <summary>A connection string with the right to create databases.</summary>
    public static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Given) is { Length: > 0 } given) return given;
        if (await ContainerEngine.FindAsync() is { } engine && await engine.HasImageAsync(ContainerServer.Image))
            return await ContainerServer.StartOrAdoptAsync(engine);
        return await NativeServer.StartOrAdoptAsync();
    }
}
