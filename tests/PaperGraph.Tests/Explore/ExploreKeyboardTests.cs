using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests.Explore;

/// <summary>The page for whoever has no pointer: no element is focused here but by keys.</summary>
[Collection(nameof(ServedSample))]
public sealed class ExploreKeyboardTests(PreparedSampleServer server) : ExplorePageTests(server)
{
    [SkippableFact]
    public async Task Keys_alone_lead_from_the_search_to_the_words_of_a_link_and_of_a_path()
    {
        var page = await OpenExploreAsync("");

        await PressAsync(page, "/");
        await page.Keyboard.TypeAsync("mamba");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await PressAsync(page, "Enter");
        await Assertions.Expect(page.Locator(".stage")).ToBeFocusedAsync();
        await PressAsync(page, "t", "ArrowRight", "ArrowDown", "Enter");
        await Assertions.Expect(page.Locator(".panel .facts")).ToBeVisibleAsync();
        await PressAsync(page, "l");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("edge="));
        await Assertions.Expect(page.Locator(".panel blockquote mark").First).ToBeVisibleAsync();

        await PressAsync(page, "Home", "ArrowDown", "Enter", "End", "Space");
        await Assertions.Expect(page.Locator(".paths summary").First).ToBeVisibleAsync();
        var (opened, words) = (page.Locator(".paths summary").First, page.Locator(".hops mark").First);
        for (var step = 0; step < 60 && !await opened.EvaluateAsync<bool>("summary => summary === document.activeElement"); step++)
            await page.Keyboard.PressAsync("Tab");
        await PressAsync(page, "Enter");
        await Assertions.Expect(words).ToBeVisibleAsync();
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_check_box_keeps_no_letters_for_itself()
    {
        var page = await OpenExploreAsync("");

        await page.Locator("[data-key=colour-year]").CheckAsync();
        await LoadedAsync(page);
        await PressAsync(page, "t");

        await Assertions.Expect(page.GetByRole(AriaRole.Tree)).ToBeVisibleAsync();
        NothingWasAmiss();
    }

    /// <summary>Presses one key after the other, each when the page has done what the one before asked for.</summary>
    private static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
            await LoadedAsync(page);
        }
    }
}
