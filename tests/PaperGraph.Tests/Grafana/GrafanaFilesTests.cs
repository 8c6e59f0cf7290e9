using PaperGraph.Grafana;
using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.Grafana;

public sealed class GrafanaFilesTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task The_index_lists_every_file_by_the_address_that_it_has()
    {
        var index = await site.TextAsync("/dashboards/grafana");
        var files = GrafanaFiles.Names.Where(name => name != "index.html").ToList();

        files.Count.ShouldBe(5);
        foreach (var file in files)
        {
            index.ShouldContain($"<a href=\"{site.Address}/dashboards/grafana/{file}\">{file}</a>");
            (await site.TextAsync($"/dashboards/grafana/{file}")).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("infinity")]
    [InlineData("wild-graphql")]
    public async Task A_data_source_names_this_server_and_is_the_one_of_its_dashboard(string folder)
    {
        var source = await site.TextAsync($"/dashboards/grafana/{folder}/datasource.yaml");
        var dashboard = await site.JsonAsync($"/dashboards/grafana/{folder}/dashboard.json");

        source.ShouldContain($"url: {site.Address}");
        source.ShouldNotContain("5080");
        foreach (var panel in dashboard.GetProperty("panels").EnumerateArray())
        {
            var used = panel.GetProperty("datasource");
            source.ShouldContain($"uid: {used.GetProperty("uid").GetString()}\n");
            source.ShouldContain($"type: {used.GetProperty("type").GetString()}\n");
        }
    }

    [Theory]
    [InlineData("/dashboards/grafana", "text/html; charset=utf-8")]
    [InlineData("/dashboards/grafana/dashboards.yaml", "application/yaml; charset=utf-8")]
    [InlineData("/dashboards/grafana/infinity/dashboard.json", "application/json; charset=utf-8")]
    public async Task A_file_says_what_it_is(string address, string contentType)
    {
        using var response = await site.SendAsync(address, HttpMethod.Head);

        response.Content.Headers.ContentType!.ToString().ShouldBe(contentType);
        response.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(100);
    }
}
