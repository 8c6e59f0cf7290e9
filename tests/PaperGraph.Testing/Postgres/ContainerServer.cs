using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;
using Testcontainers.PostgreSql;

namespace PaperGraph.Testing;

/// <summary>
/// A server in a container of this test process, which Testcontainers starts, not careful with its data. It ends with the process. Where
/// that was killed first, Testcontainers' resource reaper removes it if the engine has the reaper's image, else the next test process
/// does. No image is ever pulled.
/// </summary>
internal static class ContainerServer
{
    private const string Image = "postgres:17";
    private const string ReaperRepository = "testcontainers/ryuk";
    private const string MachineLabel = "org.papergraph.tests.machine";
    private const string ProcessLabel = "org.papergraph.tests.process";

    /// <summary>The connection string of the server; null where no container engine answers, or it has no image of PostgreSQL.</summary>
    public static async Task<string?> TryStartAsync()
    {
        if (TestcontainersSettings.OS.DockerEndpointAuthConfig is not { } endpoint) return null;
        using (var engine = endpoint.GetDockerClientBuilder(Guid.Empty).Build())
        {
            if (!await HasImageAsync(engine)) return null;
            await ChooseReaperAsync(engine);
            await RemoveLeftBehindAsync(engine);
        }

        // The builder itself turns fsync, full_page_writes and synchronous_commit off.
        var container = new PostgreSqlBuilder(Image)
            .WithImagePullPolicy(PullPolicy.Never)
            .WithPassword(RandomNumberGenerator.GetHexString(32))
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 --no-sync")
            // Pages cost as on the private server, so that tests of plans see the same ones.
            .WithCommand("-c", "max_connections=300", "-c", "random_page_cost=1.1")
            .WithLabel(MachineLabel, Environment.MachineName)
            .WithLabel(ProcessLabel, Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
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
        var images = await engine.Images.ListImagesAsync(new ImagesListParameters { Filters = Filter("reference", ReaperRepository) });
        if (images.SelectMany(image => image.RepoTags).FirstOrDefault() is { } tag)
            TestcontainersSettings.ResourceReaperImage = new DockerImage(tag);
        else
            TestcontainersSettings.ResourceReaperEnabled = false;
    }

    /// <summary>Removes the containers of this machine's test processes that are no more.</summary>
    private static async Task RemoveLeftBehindAsync(DockerClient engine)
    {
        var containers = await engine.Containers.ListContainersAsync(new ContainersListParameters
        {
            All = true,
            Filters = Filter("label", $"{MachineLabel}={Environment.MachineName}"),
        });
        foreach (var container in containers.Where(container => !IsRunning(container.Labels[ProcessLabel])))
        {
            try
            {
                await engine.Containers.RemoveContainerAsync(
                    container.ID, new ContainerRemoveParameters { Force = true, RemoveVolumes = true });
            }
            catch (DockerApiException gone) when (gone.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
            {
                // Another test process removes it at the same time.
            }
        }
    }

    private static bool IsRunning(string processId)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(processId, CultureInfo.InvariantCulture));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Dictionary<string, IDictionary<string, bool>> Filter(string name, string value) =>
        new() { [name] = new Dictionary<string, bool> { [value] = true } };
}
