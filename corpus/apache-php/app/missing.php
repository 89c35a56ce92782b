<?php http_response_code(404); echo "our own missing page";
