using System.Text.Json;

namespace PaperGraph.Tests;

public sealed class RuntimeSettingsTests
{
    [Fact]
    public void Threads_of_the_pool_that_have_nothing_to_do_do_not_spin()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "papergraph.runtimeconfig.json")));

        settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties")
            .GetProperty("System.Threading.ThreadPool.UnfairSemaphoreSpinLimit").GetInt32().ShouldBe(0);
    }
}
