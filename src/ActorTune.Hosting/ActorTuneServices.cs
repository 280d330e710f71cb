using ActorTune.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds ActorTune to an application.</summary>
public static class ActorTuneServices
{
    /// <summary>
    /// Adds <see cref="ITuner"/>. Studies stop gracefully with the host: running trials save a
    /// checkpoint and end, and the studies can be resumed.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets journal, slots and trial functions.</param>
    public static IServiceCollection AddActorTune(
        this IServiceCollection services, Action<ActorTuneOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(provider =>
        {
            var options = new ActorTuneOptions();
            configure(options);
            var loggers = provider.GetService<Logging.ILoggerFactory>();
            return new Tuner(options, provider, loggers ?? NullLoggerFactory.Instance);
        });
        services.TryAddSingleton<ITuner>(provider => provider.GetRequiredService<Tuner>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<Tuner>());
        return services;
    }
}
