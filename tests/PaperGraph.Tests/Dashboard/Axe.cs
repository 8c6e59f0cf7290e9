using System.Text.Json;
using Microsoft.Playwright;

namespace PaperGraph.Tests.Dashboard;

/// <summary>npm's axe-core, which finds what a keyboard or a screen reader cannot use.</summary>
internal static class Axe
{
    private static readonly NodeProject Project = new("PaperGraph.Tests", "Dashboard");

    /// <summary>Puts it into each page that is loaded from now on, past the content security policy.</summary>
    public static async Task AddToAsync(IPage page)
    {
        await Project.InstallAsync("axe-core");
        await page.AddInitScriptAsync(scriptPath: RepositoryRoot.Combine(
            "tests", "PaperGraph.Tests", "Dashboard", "node_modules", "axe-core", "axe.min.js"));
    }

    /// <summary>What it finds wrong on the page as it is: the rule, and the elements that break it.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>("""
            () => axe.run(document).then(({ violations }) =>
              violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`))
            """);
        return [.. found.EnumerateArray().Select(violation => violation.GetString()!)];
    }
}
