using System.Net;
using System.Security.Cryptography;
using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;
using Testcontainers.PostgreSql;

namespace PaperGraph.Testing;

/// <summary>
/// A server in a container of this test process, which Testcontainers starts, not careful with its data. It ends with the process; after
/// one that crashed, Testcontainers' resource reaper removes it where the engine has the reaper's image. No image is ever pulled.
/// </summary>
internal static class ContainerServer
{
    private const string Image = "postgres:17";
    private const string ReaperRepository = "testcontainers/ryuk";

    /// <summary>The connection string of the server; null where no container engine answers, or it has no image of PostgreSQL.</summary>
    public static async Task<string?> TryStartAsync()
    {
        if (TestcontainersSettings.OS.DockerEndpointAuthConfig is not { } endpoint) return null;
        using (var engine = endpoint.GetDockerClientBuilder(Guid.Empty).Build())
        {
            if (!await HasImageAsync(engine)) return null;
            await ChooseReaperAsync(engine);
        }

        // The builder itself turns fsync, full_page_writes and synchronous_commit off.
        var container = new PostgreSqlBuilder(Image)
            .WithImagePullPolicy(PullPolicy.Never)
            .WithPassword(RandomNumberGenerator.GetHexString(32))
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 --no-sync")
            .WithCommand("-c", "max_connections=300")
            .WithCreateParameterModifier(parameters => parameters.HostConfig!.ShmSize = 256 * 1024 * 1024)
            .Build();
        await container.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => container.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return container.GetConnectionString();
    }

    private static async Task<bool> HasImageAsync(DockerClient engine)
    {
        try
        {
            await engine.Images.InspectImageAsync(Image);
            return true;
        }
        catch (DockerImageNotFoundException)
        {
            return false;
        }
        catch (DockerApiException tooOld) when (tooOld.StatusCode == HttpStatusCode.BadRequest)
        {
            // An engine that does not know the version of its API that is asked for: DOCKER_API_VERSION names one that it knows.
            return false;
        }
    }

    private static async Task ChooseReaperAsync(DockerClient engine)
    {
        var images = await engine.Images.ListImagesAsync(new ImagesListParameters
        {
            Filters = new Dictionary<string, IDictionary<string, bool>>
            {
                ["reference"] = new Dictionary<string, bool> { [ReaperRepository] = true },
            },
        });
        if (images.SelectMany(image => image.RepoTags).FirstOrDefault() is { } tag)
            TestcontainersSettings.ResourceReaperImage = new DockerImage(tag);
        else
            TestcontainersSettings.ResourceReaperEnabled = false;
    }
}
