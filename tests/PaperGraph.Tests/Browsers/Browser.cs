using Microsoft.Playwright;

namespace PaperGraph.Tests.Browsers;

/// <summary>The Chromium of this machine.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    /// <summary>PAPERGRAPH_CHROMIUM, else the first of the usual names on the path; null where there is none.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("PAPERGRAPH_CHROMIUM") is { Length: > 0 } given ? given : OnThePath();

    /// <summary>Skips the test that calls it where there is none.</summary>
    public static void Require() => Skip.If(Executable is null, "needs Chromium on the path, or its address in PAPERGRAPH_CHROMIUM");

    /// <summary>The one browser of the test run, which ends with the run.</summary>
    public static Task<IBrowser> ShareAsync() => Shared.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            // Without a graphics card the processor draws what WebGL says.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
            ],
        });
    }

    private static string? OnThePath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists);
}
