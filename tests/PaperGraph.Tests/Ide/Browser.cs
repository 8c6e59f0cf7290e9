using Microsoft.Playwright;
using PaperGraph.Ide;

namespace PaperGraph.Tests.Ide;

/// <summary>The Chromium of this machine.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>PAPERGRAPH_CHROMIUM, else the first of the usual names on the path; null where there is none.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("PAPERGRAPH_CHROMIUM") is { Length: > 0 } given ? given : OnThePath();

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });

    private static string? OnThePath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists);
}

/// <summary>A fact that a browser shows; skipped where there is no Chromium.</summary>
public class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null) Skip = "needs Chromium on the path, or its address in PAPERGRAPH_CHROMIUM";
    }
}

/// <summary>A fact that a browser shows with GraphiQL; skipped where that is not in the program either.</summary>
public sealed class GraphiQLBrowserFactAttribute : BrowserFactAttribute
{
    public GraphiQLBrowserFactAttribute() => Skip ??= GraphiQLFactAttribute.WhyMissing;
}

/// <summary>A fact about GraphiQL; skipped in a program that was built without it.</summary>
public sealed class GraphiQLFactAttribute : FactAttribute
{
    public GraphiQLFactAttribute() => Skip = WhyMissing;

    internal static string? WhyMissing { get; } = IdePage.GraphiQL(typeof(IdePage).Assembly) is null
        ? "needs GraphiQL in the program, which takes npm when it is built"
        : null;
}
