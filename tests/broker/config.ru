require 'pact_broker'

# All settings are in the environment, as those of the Docker image are.
run PactBroker::App.new
