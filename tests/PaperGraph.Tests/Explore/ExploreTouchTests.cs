using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperGraph.Tests.Commands;

namespace PaperGraph.Tests.Explore;

/// <summary>The drawing on a phone, by fingers.</summary>
[Collection(nameof(ServedSample))]
public sealed class ExploreTouchTests(PreparedSampleServer server) : ExplorePageTests(server)
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
        HasTouch = true,
        IsMobile = true,
    };

    [SkippableFact]
    public async Task A_tap_chooses_and_what_is_chosen_comes_from_below()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*5", device: Phone);
        var place = await PlaceAsync(page, mamba);

        await page.Touchscreen.TapAsync(place.X, place.Y);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"at={mamba}$"));
        await Assertions.Expect(page.Locator(".panel .facts")).ToBeVisibleAsync();
        var sheet = (await page.Locator(".panel").BoundingBoxAsync())!;
        sheet.Width.ShouldBe(360);
        sheet.Y.ShouldBeGreaterThan(200);
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Filters_that_are_asked_for_lie_over_what_is_chosen()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*5&at={mamba}", device: Phone);
        await Assertions.Expect(page.Locator(".panel .facts")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Filters" }).TapAsync();
        await page.Locator("[data-key=kind-METHOD]").TapAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("without=METHOD"));
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task A_finger_that_rests_chooses_one_more_and_lifting_it_is_no_tap()
    {
        var mamba = await PaperAsync(Mamba);
        var answer = await Server.AskAsync($$"""{ neighborhood(of: ["{{mamba}}"], via: [METHOD], limit: 2) { nodes { id } } }""");
        var method = answer["data"]!["neighborhood"]!["nodes"]!.AsArray().Select(node => $"{node!["id"]}").Single(id => id != mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*2&at={method}", device: Phone);
        var fingers = await Fingers.OnAsync(page);

        await fingers.DownAsync(await PlaceAsync(page, mamba));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"at={method}.{mamba}$"));
        await fingers.UpAsync();

        await Assertions.Expect(page.Locator(".paths > li").First).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"at={method}.{mamba}$"));
        NothingWasAmiss();
    }

    [SkippableFact]
    public async Task Two_fingers_that_part_make_it_larger_and_leave_nodes_where_they_are()
    {
        var mamba = await PaperAsync(Mamba);
        var page = await OpenExploreAsync($"?of={mamba}*METHOD*5", device: Phone);
        var before = await PlaceAsync(page, mamba);
        var middle = new Place(180, 400);
        var fingers = await Fingers.OnAsync(page);

        await fingers.DownAsync(new(150, 400), new(210, 400));
        await fingers.MoveAsync(new(120, 400), new(240, 400));
        await fingers.MoveAsync(new(90, 400), new(270, 400));
        await fingers.UpAsync();

        await Assertions.Expect(page.Locator("main")).ToHaveAttributeAsync("data-layout", "done");
        var after = await PlaceAsync(page, mamba);
        Math.Abs(after.Y - middle.Y).ShouldBeGreaterThan(Math.Abs(before.Y - middle.Y) * 2);
        page.Url.ShouldEndWith("*5", Case.Sensitive, "nothing was pinned or chosen");
        NothingWasAmiss();
    }

    /// <summary>Fingers on the screen, as the browser's own protocol has them.</summary>
    private sealed class Fingers(ICDPSession session)
    {
        public static async Task<Fingers> OnAsync(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

        public Task DownAsync(params Place[] places) => SendAsync("touchStart", places);

        public Task MoveAsync(params Place[] places) => SendAsync("touchMove", places);

        public Task UpAsync() => SendAsync("touchEnd", []);

        private async Task SendAsync(string type, Place[] places)
        {
            var points = places.Select((place, id) => new Dictionary<string, object> { ["x"] = place.X, ["y"] = place.Y, ["id"] = id });
            await session.SendAsync(
                "Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = type, ["touchPoints"] = points.ToArray() });
        }
    }
}
